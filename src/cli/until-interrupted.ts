interface Interruption {
  /** One for each sentence. */
  readonly signals: readonly AbortSignal[];
  readonly signal: AbortSignal;
  end(): void;
}

/** Turns Ctrl-C into a signal that work can end on in good order. With several sentences, each further
 * press has its own; one more than that ends at once. */
export function untilInterrupted(...sentences: readonly string[]): Interruption {
  const told = sentences.length > 0 ? sentences : ['Stopping, and taking back what was begun …'];
  const controllers = told.map(() => new AbortController());
  const onSignal = () => {
    const index = controllers.findIndex(({ signal }) => !signal.aborted);
    if (index === -1) process.exit(130);
    process.stderr.write(`\n${told[index]}\n`);
    controllers[index]!.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  const signals = controllers.map(({ signal }) => signal);
  return {
    signals,
    signal: signals[0]!,
    end: () => void process.off('SIGINT', onSignal).off('SIGTERM', onSignal),
  };
}
