import psycopg
import redis


def test_throwaway_postgresql_answers(postgres_url):
    with psycopg.connect(postgres_url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_throwaway_redis_answers(redis_url):
    with redis.Redis.from_url(redis_url) as client:
        assert client.ping()
