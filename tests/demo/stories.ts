import { correctAnAddress } from './stories/correct-an-address.ts';
import { morningOfSmallJobs } from './stories/morning-of-small-jobs.ts';
import { placeAnOrder } from './stories/place-an-order.ts';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [correctAnAddress, placeAnOrder, morningOfSmallJobs];
