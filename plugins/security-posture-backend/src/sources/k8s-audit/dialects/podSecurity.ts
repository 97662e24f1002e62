import type { Violation } from './violation';

const SENTENCE = /violates? PodSecurity "([a-z]{1,20}):[^"\n]{1,40}": /;

/**
 * Pod Security Admission, refusals and audit annotations alike: the level, then
 * `control (which container must set what)`, separated by commas.
 */
export function readPodSecurity(text: string): Violation[] {
  const sentence = SENTENCE.exec(text);
  if (!sentence) return [];
  const [start, level] = sentence;
  const controls = splitControls(text.slice(sentence.index + start.length));
  return controls.map(control => {
    const detail = control.indexOf(' (');
    return {
      engine: 'pod-security',
      policy: level,
      rule: detail < 0 ? control : control.slice(0, detail),
      category: `Pod Security Standards (${level[0].toUpperCase()}${level.slice(
        1,
      )})`,
      message: control,
    };
  });
}

/** Splits at the commas that stand outside of parentheses and quotes. */
function splitControls(text: string): string[] {
  const controls: string[] = [];
  let depth = 0;
  let isQuoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === ',' && depth === 0) {
      controls.push(text.slice(start, at));
      start = at + 1;
    }
  }
  controls.push(text.slice(start));
  return controls.map(control => control.trim()).filter(control => control);
}
