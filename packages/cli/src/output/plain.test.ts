import { plain, toJson } from './plain';

describe('plain', () => {
  it('is one line', () => {
    expect(plain('a\r\nb\tc\u2028d')).toBe('a  b c d');
  });
});

describe('toJson', () => {
  it('means what it meant, without commands to a CI', () => {
    const value = { text: '##vso[task.x]\n##[error] \u202e\u2028 ## fine' };
    const json = toJson(value);
    expect(JSON.parse(json)).toEqual(value);
    expect(json).not.toMatch(/##vso|##\[|[\u202e\u2028]/);
    expect(json).toContain('## fine');
  });
});
