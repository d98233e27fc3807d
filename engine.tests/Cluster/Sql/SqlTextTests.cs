using Catalog.Engine.Tests.Cluster.Postgres;
using Catalog.Shell.Cluster.Sql;
using FsCheck.Fluent;
using Npgsql;

namespace Catalog.Engine.Tests.Cluster.Sql;

/// <summary>Whatever a text holds, it arrives: as JSON and as a copied line.</summary>
[Collection(PostgresGroup.Name)]
public sealed class SqlTextTests(PostgresWorld postgres)
{
    private static readonly char[] Odd = ['\t', '\n', '\r', '\\', '"', '\'', ',', '{', '}', '\0', 'ä', '€', 'N', ' '];

    [Fact]
    public async Task AnyTextArrives()
    {
        string schema = PostgresWorld.NewName();
        var table = new SqlTable(schema, "texts", 2, [
            new SqlColumn("id", "bigint"), new SqlColumn("way", "text"), new SqlColumn("text", "text"),
            new SqlColumn("list", "text[]"),
        ]);
        await postgres.RunAsync($"CREATE SCHEMA {schema}; {table.CreateSql()}");
        string[] texts = Gen.Elements(Odd).ListOf().Select(static all => string.Concat(all)).Sample(200, 30).ToArray();
        var rows = new SqlBatch();
        for (int i = 0; i < texts.Length; i++)
            rows.Put(table, (long)i, "json").Set("text", texts[i]).Set("list", new[] { texts[i], "x" });
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync();
        await using (var batch = new NpgsqlBatch(connection))
        {
            rows.AddTo(batch);
            await batch.ExecuteNonQueryAsync();
        }

        await new SqlSeed(connection).CopyAsync(table, ["id", "way", "text", "list"], RowsOf(texts), default);
        for (int i = 0; i < texts.Length; i++)
        {
            foreach (string way in new[] { "json", "copy" })
            {
                string wanted = SqlText.Clean(texts[i]);
                await using var command = new NpgsqlCommand(
                    $"SELECT text, list FROM {table.FullName} WHERE id = {i} AND way = '{way}'", connection);
                await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
                Assert.True(await row.ReadAsync());
                Assert.Equal(wanted, row.GetString(0));
                Assert.Equal([wanted, "x"], row.GetFieldValue<string[]>(1));
            }
        }
    }

    [Fact]
    public async Task WhatFactsOfABatchDoToARowIsOneChangeAndOrderIsKeptWhereItMatters()
    {
        string schema = PostgresWorld.NewName();
        var plain = new SqlTable(schema, "plain", 1,
            [new SqlColumn("id", "bigint"), new SqlColumn("a", "integer"), new SqlColumn("b", "integer")]);
        var strict = new SqlTable(schema, "strict", 1, [new SqlColumn("id", "bigint"), new SqlColumn("owner", "text")]);
        await postgres.RunAsync($"CREATE SCHEMA {schema}; {plain.CreateSql()} {strict.CreateSql()}");
        var rows = new SqlBatch();
        rows.Put(plain, 1L).Set("a", 1);
        rows.Patch(plain, 1L).Set("b", 2);
        rows.Put(plain, 1L).Set("a", 3);
        rows.Patch(plain, 2L).Set("a", 9);
        rows.Put(plain, 3L).Set("a", 1).Set("b", 1);
        rows.Remove(plain, 3L);
        rows.Patch(plain, 3L).Set("a", 7);
        rows.Insert(strict, 1L, "ada");
        rows.RemoveExactly(strict, 1L, "bob");
        rows.RemoveExactly(strict, 1L, "ada");
        rows.Insert(strict, 1L, "bob");
        await WriteAsync(rows);
        Assert.Equal("1/3/2", await postgres.ScalarAsync<string>(
            $"SELECT string_agg(concat_ws('/', id, a, b), ' ') FROM {plain.FullName}"));
        Assert.Equal("bob", await postgres.ScalarAsync<string>($"SELECT owner FROM {strict.FullName}"));
        var twice = new SqlBatch();
        twice.Insert(strict, 1L, "eve");
        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(() => WriteAsync(twice));
        Assert.Equal("23505", refused.SqlState);
    }

    private async Task WriteAsync(SqlBatch rows)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync();
        await using var batch = new NpgsqlBatch(connection);
        rows.AddTo(batch);
        await batch.ExecuteNonQueryAsync();
    }

    private static async IAsyncEnumerable<object?[]> RowsOf(string[] texts)
    {
        await Task.CompletedTask;
        for (int i = 0; i < texts.Length; i++)
            yield return [(long)i, "copy", texts[i], new[] { texts[i], "x" }];
    }
}
