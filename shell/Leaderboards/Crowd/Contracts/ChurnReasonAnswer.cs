namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>A reason for leaving.</summary>
/// <param name="Reason">What it is, in words.</param>
/// <param name="Players">How many players at risk it is true of; of several the strongest counts.</param>
public sealed record ChurnReasonAnswer(string Reason, int Players);
