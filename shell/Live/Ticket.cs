namespace Catalog.Shell.Live;

/// <summary>A ticket as its holder gets it.</summary>
/// <param name="Text">What is shown to sign in: no part of it can be guessed.</param>
/// <param name="ExpiresMs">When it is no longer good, milliseconds since 1970.</param>
public readonly record struct Ticket(string Text, long ExpiresMs);
