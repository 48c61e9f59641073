package check

func abbrRules() []Rule { return nil }
