using Catalog.Shell.Cluster.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Catalog.Engine.Tests.Cluster.Postgres;

[Collection(PostgresGroup.Name)]
public sealed class SchemaMigratorTests(PostgresWorld world)
{
    private static readonly SchemaStep First = new(1, "things", "CREATE TABLE {schema}.thing (id int PRIMARY KEY);");

    private static readonly SchemaStep Second = new(
        2, "one", "INSERT INTO {schema}.thing VALUES (1); INSERT INTO {schema}.thing VALUES (2);");

    [Fact]
    public async Task EveryStepIsAppliedOnceAndALaterOneIsAdded()
    {
        PostgresOptions options = world.NewOptions();
        await using PostgresDatabase database = Open(options);
        SchemaMigrator migrator = MigratorOf(database);
        migrator.Apply([First]);
        migrator.Apply([First, Second]);
        migrator.Apply([First, Second]);
        Assert.Equal(2L, await world.ScalarAsync<long>($"SELECT count(*) FROM {options.Schema}.thing"));
        Assert.Equal(2L, await world.ScalarAsync<long>($"SELECT count(*) FROM {options.Schema}.schema_step"));
    }

    [Fact]
    public async Task AStepThatFailsLeavesNothing()
    {
        PostgresOptions options = world.NewOptions();
        await using PostgresDatabase database = Open(options);
        var broken = new SchemaStep(3, "broken", "INSERT INTO {schema}.thing VALUES (2);");
        Assert.Throws<PostgresException>(() => MigratorOf(database).Apply([First, Second, broken]));
        Assert.False(await world.ScalarAsync<bool>($"SELECT to_regnamespace('{options.Schema}') IS NOT NULL"));
        MigratorOf(database).Apply([First, Second]);
    }

    [Fact]
    public async Task NodesThatStartTogetherDoItOnce()
    {
        PostgresOptions options = world.NewOptions();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
        {
            using PostgresDatabase database = Open(options);
            MigratorOf(database).Apply([First, Second]);
        })));
        Assert.Equal(2L, await world.ScalarAsync<long>($"SELECT count(*) FROM {options.Schema}.thing"));
    }

    [Fact]
    public async Task ASchemaOfANewerVersionIsRefusedWithItsNumber()
    {
        await using PostgresDatabase database = Open(world.NewOptions());
        MigratorOf(database).Apply([First, Second]);
        PostgresUnavailableException refused =
            Assert.Throws<PostgresUnavailableException>(() => MigratorOf(database).Apply([First]));
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.Contains("step 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheRealStepsApplyTwice()
    {
        PostgresOptions options = world.NewOptions();
        for (int i = 0; i < 2; i++)
        {
            await using PostgresDatabase database = world.NewDatabase(options);
            database.EnsureSchema();
        }

        Assert.Equal(
            SchemaStep.All.Count, await world.ScalarAsync<long>($"SELECT count(*) FROM {options.Schema}.schema_step"));
        Assert.Equal(SchemaStep.All.Count, SchemaStep.All.DistinctBy(static step => step.Number).Count());
    }

    [Fact]
    public void AServerThatIsNotThereOrDoesNotKnowUsIsSaidClearly()
    {
        using PostgresDatabase nowhere = Open(new PostgresOptions
        {
            ConnectionString = "Host=/nowhere;Username=x;Database=y", StartPatienceSeconds = 0,
        });
        PostgresUnavailableException away = Assert.Throws<PostgresUnavailableException>(nowhere.EnsureSchema);
        Assert.Contains("/nowhere:5432/y does not answer", away.Message, StringComparison.Ordinal);
        string stranger = new NpgsqlConnectionStringBuilder(world.ConnectionString) { Username = "eve" }
            .ConnectionString;
        using PostgresDatabase closed = Open(new PostgresOptions { ConnectionString = stranger });
        PostgresUnavailableException refused = Assert.Throws<PostgresUnavailableException>(closed.EnsureSchema);
        Assert.Contains("refuses: role \"eve\" does not exist", refused.Message, StringComparison.Ordinal);
    }

    private static PostgresDatabase Open(PostgresOptions options) =>
        new(options, NullLogger<PostgresDatabase>.Instance);

    private static SchemaMigrator MigratorOf(PostgresDatabase database) => new(database, NullLogger.Instance);
}
