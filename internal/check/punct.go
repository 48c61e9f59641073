package check

func punctRules() []Rule { return nil }
