/** Python packages behind a job that feeds a search index: name, version. */
export const indexer = `
aiohttp 3.8.6
aiosignal 1.3.1
async-timeout 4.0.3
attrs 23.1.0
boto3 1.28.40
botocore 1.31.40
certifi 2022.12.7
cffi 1.15.1
charset-normalizer 3.2.0
click 8.1.7
cryptography 39.0.1
elastic-transport 8.4.0
elasticsearch 8.9.0
Flask 2.2.2
frozenlist 1.4.0
gunicorn 20.1.0
idna 3.4
itsdangerous 2.1.2
Jinja2 3.1.2
jmespath 1.0.1
MarkupSafe 2.1.3
multidict 6.0.4
numpy 1.24.4
Pillow 9.4.0
pip 23.0.1
prometheus-client 0.17.1
psycopg2-binary 2.9.7
pycparser 2.21
python-dateutil 2.8.2
PyYAML 6.0.1
redis 5.0.0
requests 2.29.0
s3transfer 0.6.2
setuptools 65.5.0
six 1.16.0
tornado 6.2
tqdm 4.66.1
urllib3 1.26.16
Werkzeug 2.2.3
wheel 0.41.2
yarl 1.9.2
`;

/** Python packages behind a nightly job over payments. */
export const settlement = `
attrs 23.1.0
certifi 2024.7.4
cffi 1.15.1
click 8.1.7
cryptography 39.0.1
greenlet 2.0.2
idna 3.7
numpy 1.24.4
pandas 2.0.3
paramiko 3.4.1
pip 23.0.1
psycopg2-binary 2.9.7
pycparser 2.21
PyNaCl 1.5.0
python-dateutil 2.8.2
pytz 2023.3.post1
PyYAML 6.0.1
requests 2.32.4
setuptools 65.5.0
six 1.16.0
SQLAlchemy 2.0.20
sqlparse 0.4.3
typing_extensions 4.7.1
tzdata 2023.3
urllib3 2.5.0
wheel 0.41.2
`;

/** Python packages behind a chat bot that somebody wrote in two days. */
export const chatBot = `
aiohttp 3.8.6
aiosignal 1.3.1
async-timeout 4.0.3
attrs 23.1.0
certifi 2022.12.7
charset-normalizer 3.2.0
frozenlist 1.4.0
idna 3.4
multidict 6.0.4
pip 23.0.1
requests 2.29.0
setuptools 65.5.0
urllib3 1.26.16
wheel 0.41.2
yarl 1.9.2
`;
