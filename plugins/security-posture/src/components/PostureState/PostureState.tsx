import { LoadingState, type LoadingShape } from './LoadingState';
import { StateLabel } from './StateLabel';
import { StateLine } from './StateLine';
import { StatePanel, type StatePanelProps } from './StatePanel';
import type { PostureStateKind } from './appearance';

export interface PostureStateProps extends Omit<StatePanelProps, 'kind'> {
  kind: PostureStateKind;
  /** Icon and word; the same with a sentence; or where a page or a list would be. */
  variant?: 'label' | 'line' | 'panel';
  /** What is to come, while it loads. */
  shape?: LoadingShape;
}

/**
 * Draws every state that is not data. Each has its own icon, word and
 * explanation, so that unknown never looks like clean, nor an error like either.
 */
export function PostureState(props: PostureStateProps) {
  const { kind, variant = 'panel', shape = 'page', ...panel } = props;
  if (variant === 'label') return <StateLabel kind={kind} />;
  if (kind === 'loading') return <LoadingState shape={shape} />;
  if (variant === 'line') return <StateLine {...panel} kind={kind} />;
  return <StatePanel {...panel} kind={kind} />;
}
