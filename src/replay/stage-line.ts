import type { FromScreen, ToScreen } from '#frame/screen-messages.ts';
import { startReel, type ReelClient, type ReelClientOptions } from '#reel/reel-client.ts';
import { linkFrame } from './frame-link.ts';
import type { PlacedFrame } from './replay-frame.ts';

/** A stage's line to a frame and to a reel, which speak with each other over a port of their own. */
export interface StageLine {
  readonly tellFrame: (message: ToScreen) => void;
  readonly tellReel: ReelClient['send'];
  readonly stop: () => void;
}

export interface StageEars extends Pick<
  ReelClientOptions,
  'startedAt' | 'chunks' | 'fetchObject' | 'onBroken'
> {
  readonly hearFrame: (message: FromScreen) => void;
  readonly hearReel: ReelClientOptions['hear'];
}

export type Connect = (ears: StageEars) => StageLine;

/** Connects with a frame that is up, or about to come up, and with a new reel. */
export const connectTo =
  ({ element, isUp }: PlacedFrame, replayUrl: string): Connect =>
  ({ hearFrame, hearReel, ...session }) => {
    const link = linkFrame(element, replayUrl, hearFrame, isUp);
    const reel = startReel({ ...session, hear: hearReel });
    reel.setScreen(link.reelPort);
    return {
      tellFrame: link.send,
      tellReel: reel.send,
      stop: () => {
        reel.stop();
        link.stop();
      },
    };
  };
