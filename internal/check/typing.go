package check

func typingRules() []Rule { return nil }
