package check

func capitalRules() []Rule { return nil }
