// Package fill makes the plan of one unit: it puts the cells of a row of a list
// into the holes of a plan.
//
// In: a plan with holes {ten_cot}, conditions (khi) and a list. Out: the plan of
// each row, without holes. It promises that a value is text and nothing else: it
// can bring no marks, keys, conditions or further holes, and no word of the plan
// is changed but its holes and the keys that a column overrides. Which cells are
// wrong is judged by list; what the plan says is judged by check.
package fill
