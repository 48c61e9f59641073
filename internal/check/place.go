package check

func placeRules() []Rule { return nil }
