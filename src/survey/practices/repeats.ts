import { effectsOf } from '../../facts/effects.js';
import { findGetEffect } from '../../facts/get-effects.js';
import { findHarmfulRepeat } from '../../facts/harmful-repeats.js';
import { isKeyGuard } from '../../facts/idempotency.js';
import { rangeOf } from '../place.js';
import { isForReading, isRead, na, NO_HANDLER, no, unknown, yes, type Judge } from './answer.js';

const SIGNS = { headers: ['idempotency-key', 'x-idempotency-key'], middleware: '' };

const OUTSIDE = /^(?:charge|send|enqueue|publish)$/;

/** Whether a request that comes twice does its work once. */
export const idempotent: Judge = ({ route, knows, guards, reach }) => {
  const fn = route.handler?.fn;
  if (isRead(route)) {
    const effect = findGetEffect(route);
    return effect ? no(`A read that ${effect.what}.`, rangeOf(effect.node)) : na('It only reads.');
  }
  if (!fn) return NO_HANDLER;
  if (knows.idempotent) {
    const guard = guards.find((each) => isKeyGuard(each, SIGNS));
    return yes('It takes an idempotency key.', guard ? rangeOf(guard.node) : rangeOf(fn));
  }
  const harm = findHarmfulRepeat(route);
  if (harm) return no(`A repeat ${harm.what} again.`, rangeOf(harm.node));
  const { effects, complete } = effectsOf(fn);
  if (effects.length === 0)
    return complete && reach.isComplete && isForReading(route)
      ? na('By its name it is for reading, and it changes nothing as far as its calls are known.')
      : unknown('Nothing that it changes was seen. Not all of what it calls is known.');
  const open = effects.find(({ repeatable, safety }) => !repeatable && safety === null);
  // Whether a test before it ends the repeat, or only the tenth one, can't be told.
  const tested = effects.find(({ kind, safety }) => safety === 'dedup' && OUTSIDE.test(kind));
  if (!open && tested)
    return unknown(`It ${tested.what} behind a test, which may or may not stop a repeat.`, rangeOf(tested.node));
  if (!open) return yes('A repeat leaves what the first request left.', rangeOf(effects[0]!.node));
  return unknown(`A repeat ${open.what} again, which may be meant.`, rangeOf(open.node));
};
