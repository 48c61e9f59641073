// Package under goes from a superior's plan to the plan of a unit below: it
// finds what the superior asks of lower units, drafts the plan that answers,
// and tells what of it a plan leaves unanswered.
//
// In: what was recognised in the superior's plan, and in the plan below
// (fact.Facts), with words of recognition that are data. Out: tasks, a draft
// (plan.Plan) with what was kept and what a person must look at, or findings.
// It promises that nothing in a draft pretends to be an answer, that a task is
// known again by its words and its deadline and by no hidden mark, and that
// what cannot be told is told as not judged. Files and forms are left to build.
package under
