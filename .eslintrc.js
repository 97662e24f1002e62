module.exports = {
  root: true,
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        message:
          'toLowerCase() and toUpperCase() know no locale and are many times faster.',
        selector:
          'MemberExpression[property.name=/^toLocale(Lower|Upper)Case$/]',
      },
    ],
  },
};
