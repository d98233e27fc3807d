using System.Collections.Frozen;
using Catalog.Shell.Alerts;
using Catalog.Shell.Exports;

namespace Catalog.Shell.Http;

/// <summary>
/// Every problem this server can answer with, by code: what <c>/problems/{code}</c> explains. Immutable.
/// </summary>
public sealed class ProblemCatalogue
{
    private readonly FrozenDictionary<string, ProblemCode> _byCode;

    /// <summary>Gathers the shared problems and those of every system.</summary>
    /// <exception cref="ArgumentException">Two problems have one code.</exception>
    public ProblemCatalogue(IEnumerable<ICatalogSystem> systems)
    {
        All =
        [
            .. ProblemCodes.All, .. ExportProblems.All, .. AlertProblems.All, .. systems.SelectMany(s => s.Problems),
        ];
        _byCode = All.ToDictionary(p => p.Code, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Every problem.</summary>
    public IReadOnlyList<ProblemCode> All { get; }

    /// <summary>Finds a problem by its code.</summary>
    public ProblemCode? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Maps <c>/problems</c> and <c>/problems/{code}</c>.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/problems", ListAsync).ExcludeFromDescription();
        routes.MapGet(ProblemCode.TypePrefix + "{code}", GetAsync).ExcludeFromDescription();
    }

    private Task ListAsync(HttpContext context) =>
        JsonResponse.WriteAsync(context, StatusCodes.Status200OK, All, ShellJson.Default.IReadOnlyListProblemCode);

    private Task GetAsync(HttpContext context) =>
        Find((string)context.GetRouteValue("code")!) is { } problem
            ? JsonResponse.WriteAsync(context, StatusCodes.Status200OK, problem, ShellJson.Default.ProblemCode)
            : Problems.WriteAsync(context, ProblemCodes.NotFound);
}
