namespace Catalog.Shell.Cluster.Sql;

/// <summary>What happens to a row.</summary>
internal enum SqlChange : byte
{
    /// <summary>Added, or changed if it is there.</summary>
    Put = 0,

    /// <summary>Changed if it is there.</summary>
    Patch = 1,

    /// <summary>Removed if it is there.</summary>
    Remove = 2,

    /// <summary>Added; it is an error if it is there.</summary>
    Insert = 3,
}
