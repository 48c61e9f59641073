package check

func phaseRules() []Rule { return nil }
