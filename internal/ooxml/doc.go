// Package ooxml reads the Word file of somebody else as plain blocks (ECMA-376,
// Office Open XML; transitional and strict).
//
// In: the bytes of a DOCX. Out: sections of paragraphs and tables, each
// paragraph with its number in the file, its runs in their looks, and the
// automatic number that a word processor would print before it. What a reader
// of the paper would see is there once: one branch of every alternative
// (mc:AlternateContent), tracked changes as accepted, results of fields and not
// their codes, no hidden text. What was left out or converted is told. Nothing
// in the file is run, fetched or followed; sizes, depths and numbers of parts
// are bounded, and memory with them (MaxMemory). What a paragraph means is left to others.
package ooxml
