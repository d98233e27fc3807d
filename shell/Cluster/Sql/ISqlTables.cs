using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Cluster.Sql;

/// <summary>
/// A system's tables for analysts: what they are, what facts make of them, and how they are filled from models where
/// the journal no longer has every fact. A <see cref="SqlProjector"/> does the rest.
/// </summary>
internal interface ISqlTables
{
    /// <summary>The schema the tables stand in; also the name of what keeps them.</summary>
    string Schema { get; }

    /// <summary>The version of tables and mapping: when it changes, the tables are made and filled anew.</summary>
    int Version { get; }

    /// <summary>The tables.</summary>
    IReadOnlyList<SqlTable> Tables { get; }

    /// <summary>What else is made once the tables are: indexes, views.</summary>
    string MoreSql { get; }

    /// <summary>Whether a fact changes a row. Quick.</summary>
    bool Wants(in EventHeader header);

    /// <summary>Waits for models that <see cref="Map"/> looks into, or asks for what it needs.</summary>
    /// <param name="facts">The facts that are to be mapped.</param>
    /// <param name="position">Every fact before this journal position is to be in the models.</param>
    /// <param name="cancel">Gives up.</param>
    Task PrepareAsync(IReadOnlyList<SqlFact> facts, long position, CancellationToken cancel);

    /// <summary>Says which rows a fact changes, from the fact alone and what never changes.</summary>
    void Map(in EventHeader header, ReadOnlySpan<byte> payload, SqlBatch into);

    /// <summary>Fills the tables, which are empty, from models.</summary>
    /// <returns>The journal position they are filled up to: every fact before it is in them.</returns>
    Task<long> SeedAsync(SqlSeed seed, CancellationToken cancel);
}
