// The page opens.
import { atThePage } from './driver.mjs';

await atThePage(async () => {}); // which fails unless there is a heading
