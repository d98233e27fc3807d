namespace Catalog.Engine.Tests.Cluster.Postgres;

/// <summary>Tests that share one PostgreSQL and leave it running.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresGroup : ICollectionFixture<PostgresWorld>
{
    public const string Name = "Postgres";
}
