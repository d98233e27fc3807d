namespace Catalog.Engine.Leaderboards;

/// <summary>A key that is searched for in a <see cref="NumberSlots"/>.</summary>
internal interface INumberProbe
{
    /// <summary>Whether a number's key is the one.</summary>
    bool Is(int number);
}
