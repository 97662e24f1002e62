module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // A schema and the type that it infers share one name.
    '@typescript-eslint/no-redeclare': 'off',
  },
});
