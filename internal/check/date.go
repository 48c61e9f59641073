package check

func dateRules() []Rule { return nil }
