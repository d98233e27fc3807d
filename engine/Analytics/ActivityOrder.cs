namespace Catalog.Engine.Analytics;

/// <summary>What puts somebody at the top.</summary>
public enum ActivityOrder : byte
{
    /// <summary>The greatest amount.</summary>
    Amount = 0,

    /// <summary>The most acts.</summary>
    Acts = 1,
}
