module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // Declares tests for others to run.
      files: ['src/testUtils/*.ts'],
      rules: {
        'jest/no-export': 'off',
        'jest/expect-expect': 'off',
        'no-script-url': 'off',
      },
    },
    {
      files: ['**/*.test.ts'],
      rules: {
        // Bad input has such links and characters.
        'no-script-url': 'off',
        'no-control-regex': 'off',
      },
    },
  ],
});
