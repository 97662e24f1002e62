module.exports = {
  root: true,
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        message:
          "Case folding without a locale depends on the machine: use toLocaleLowerCase('en-US').",
        selector:
          "CallExpression[arguments.length=0] > MemberExpression[property.name='toLowerCase']",
      },
      {
        message:
          "Case folding without a locale depends on the machine: use toLocaleUpperCase('en-US').",
        selector:
          "CallExpression[arguments.length=0] > MemberExpression[property.name='toUpperCase']",
      },
    ],
  },
};
