package check

func unitRules() []Rule { return nil }
