module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // A schema and the type that it infers share one name.
    '@typescript-eslint/no-redeclare': 'off',
  },
  overrides: [
    {
      files: ['**/*.test.ts', '**/__testUtils__/**'],
      rules: {
        // Tests over a corpus assert what each file calls for.
        'jest/no-conditional-expect': 'off',
        // Bad input has such links.
        'no-script-url': 'off',
      },
    },
    {
      // Declares tests for others to run.
      files: ['**/__testUtils__/**'],
      rules: { 'jest/no-export': 'off' },
    },
  ],
});
