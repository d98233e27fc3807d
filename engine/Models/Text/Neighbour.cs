namespace Catalog.Engine.Models.Text;

/// <summary>Something found near a vector.</summary>
/// <param name="Id">What it is.</param>
/// <param name="Similarity">The dot product: the cosine for vectors of length 1.</param>
public readonly record struct Neighbour(ulong Id, float Similarity) : IComparable<Neighbour>
{
    /// <summary>The more similar first; of equals the lesser id.</summary>
    public int CompareTo(Neighbour other)
    {
        int bySimilarity = other.Similarity.CompareTo(Similarity);
        return bySimilarity != 0 ? bySimilarity : Id.CompareTo(other.Id);
    }

    /// <summary>Whether one comes before another.</summary>
    public static bool operator <(Neighbour left, Neighbour right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes behind another.</summary>
    public static bool operator >(Neighbour left, Neighbour right) => left.CompareTo(right) > 0;

    /// <summary>Whether one comes before another or equals it.</summary>
    public static bool operator <=(Neighbour left, Neighbour right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one comes behind another or equals it.</summary>
    public static bool operator >=(Neighbour left, Neighbour right) => left.CompareTo(right) >= 0;
}
