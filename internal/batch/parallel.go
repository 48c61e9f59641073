package batch

import (
	"context"
	"sync"
	"sync/atomic"
)

// inParallel does something for each number below n, several at one time, from
// the lowest on. Where the context ends, what is under way is finished, nothing
// more is begun, and the error of the context is given. done, if there is one, is
// told how many are finished, never by two at one time.
func inParallel(ctx context.Context, workers, n int, do func(i int), done func(finished int)) error {
	var (
		next     atomic.Int64
		wg       sync.WaitGroup
		mu       sync.Mutex
		finished int
	)
	for range min(workers, n) {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
				mu.Lock()
				finished++
				if done != nil {
					done(finished)
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if finished < n {
		return ctx.Err()
	}
	return nil
}
