package check

func citeRules() []Rule { return nil }
