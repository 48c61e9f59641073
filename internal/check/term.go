package check

func termRules() []Rule { return nil }
