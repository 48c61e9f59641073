package check

// Data is what the rules know of the world.
type Data struct{}
