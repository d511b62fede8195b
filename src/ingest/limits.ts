/** What an imported file may be at most. Each number has the sentence a person reads when it is passed. */

const MiB = 1024 * 1024;
const GiB = 1024 * MiB;

/** Of the file as it lies on disk, and of the JSON in it. */
export const maxJsonBytes = 2 * GiB;
/** Below this, however well a file packs, unpacking it is no burden. */
export const bombFloorBytes = 256 * MiB;
/** Recordings pack 5 to 30 times; made-up bytes a thousand. */
export const maxPackRatio = 200;
/** Of one event: full snapshots with inlined styles and images reach tens of megabytes. */
export const maxEventBytes = 128 * MiB;
export const maxEvents = 5_000_000;
/** Of JSON inside one event; a page tree takes two levels for each of its own. */
export const maxNesting = 50_000;
/** How far out of order events may be and still be put in order while reading. */
export const reorderWindowEvents = 50_000;
export const reorderWindowBytes = 64 * MiB;
/** How many problems are told one by one. */
export const maxProblems = 50;

export const tooLarge =
  'The file is larger than 2 GiB, which is the most that can be imported. Split the recording and import the parts.';
export const tooMuchJson =
  'The file unpacks to more than 2 GiB of JSON, which is the most that can be imported. Split the recording and import the parts.';
export const bomb =
  'The file unpacks to more than 200 times its size. No recording does that, so it was not unpacked further.';
export const eventTooLarge =
  'One event is larger than 128 MiB, so the file cannot be read in bounded memory.';
export const tooManyEvents =
  'The file has more than 5,000,000 events, which is the most that can be imported. Split the recording and import the parts.';
export const nestedTooDeep = 'It is nested more than 50,000 levels deep.';
