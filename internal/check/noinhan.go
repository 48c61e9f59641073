package check

func noiNhanRules() []Rule { return nil }
