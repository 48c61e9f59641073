package check

func pageRules() []Rule { return nil }
