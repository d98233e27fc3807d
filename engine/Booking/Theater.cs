using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>A theater: a hall in a place, with its seats. Immutable, compared by content (plans by hash).</summary>
public sealed record Theater
{
    private const int FieldCount = 8;

    /// <summary>Its id, not 0.</summary>
    public required ulong Id { get; init; }

    /// <summary>Its name. 1 to <see cref="CatalogueLimits.MaxNameLength"/> characters.</summary>
    public required string Name { get; init; }

    /// <summary>The city it is in. 1 to <see cref="CatalogueLimits.MaxNameLength"/> characters.</summary>
    public required string City { get; init; }

    /// <summary>Street and number. At most <see cref="CatalogueLimits.MaxAddressLength"/> characters.</summary>
    public string Address { get; init; } = "";

    /// <summary>Degrees north of the equator (WGS 84), -90 to 90.</summary>
    public double Latitude { get; init; }

    /// <summary>Degrees east of Greenwich (WGS 84), -180 to 180.</summary>
    public double Longitude { get; init; }

    /// <summary>Its seats.</summary>
    public required SeatPlan Plan { get; init; }

    /// <summary>1 when it is new, one more with every change; set by the catalogue.</summary>
    public int Revision { get; init; }

    /// <summary>Seats and standing places together.</summary>
    public int TotalSeats => Plan.Capacity;

    /// <summary>Whether <paramref name="other"/> says the same. O(text).</summary>
    public bool Equals(Theater? other) =>
        other is not null && Id == other.Id && Revision == other.Revision
        && Name == other.Name && City == other.City && Address == other.Address
        && Latitude.Equals(other.Latitude) && Longitude.Equals(other.Longitude)
        && Plan.ContentHash == other.Plan.ContentHash;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Revision, Name, City, Plan.ContentHash);

    /// <summary>Encodes it: <c>[id, revision, name, city, address, latitude, longitude, plan]</c>.</summary>
    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Id);
        writer.Write(Revision);
        writer.Write(Name);
        writer.Write(City);
        writer.Write(Address);
        writer.Write(Latitude);
        writer.Write(Longitude);
        Plan.Write(ref writer);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a theater.</exception>
    internal static Theater Read(ref MessagePackReader reader)
    {
        CatalogueWire.ExpectArray(ref reader, FieldCount, nameof(Theater));
        return new Theater
        {
            Id = reader.ReadUInt64(),
            Revision = reader.ReadInt32(),
            Name = reader.ReadString(),
            City = reader.ReadString(),
            Address = reader.ReadString(),
            Latitude = reader.ReadDouble(),
            Longitude = reader.ReadDouble(),
            Plan = SeatPlan.Read(ref reader),
        };
    }
}
