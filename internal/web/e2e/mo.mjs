// The page opens.
import { atThePage } from './driver.mjs';

await atThePage(({ page }) => page.getByRole('heading', { level: 1 }).waitFor());
