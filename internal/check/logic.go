package check

func logicRules() []Rule { return nil }
