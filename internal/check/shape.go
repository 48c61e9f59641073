package check

func shapeRules() []Rule { return nil }
