namespace Catalog.Engine.Booking;

/// <summary>A general-admission area: places without seats.</summary>
/// <param name="Name">Its name, unique: <c>Standing</c>. At most 64 characters.</param>
/// <param name="Capacity">Number of places, 1 to 1,000,000.</param>
/// <param name="Zone">The name of its price zone.</param>
public sealed record AreaSpec(string Name, int Capacity, string Zone);
