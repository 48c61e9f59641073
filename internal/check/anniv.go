package check

func annivRules() []Rule { return nil }
