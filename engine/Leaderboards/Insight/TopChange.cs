namespace Catalog.Engine.Leaderboards;

/// <summary>What a day changed among the first hundred.</summary>
/// <param name="Day">The day.</param>
/// <param name="Entrants">Who is among them and was not the day before.</param>
/// <param name="TopTenEntrants">The same among the first ten.</param>
/// <param name="Stayed">Who was among them before, too.</param>
/// <param name="Moved">Of those, who stands at another place.</param>
/// <param name="Places">By how many places they moved, altogether.</param>
/// <param name="IsNewLeader">Whether somebody else is first.</param>
public readonly record struct TopChange(
    int Day, int Entrants, int TopTenEntrants, int Stayed, int Moved, long Places, bool IsNewLeader);
