using System.Globalization;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Audit;
using Catalog.Shell.Auth;
using Catalog.Shell.Exports.Commands;
using Catalog.Shell.Exports.Contracts;
using Catalog.Shell.Http;
using Microsoft.Net.Http.Headers;

namespace Catalog.Shell.Exports;

/// <summary>Asking for exports, following them, fetching them. For administrators. Thread-safe.</summary>
internal sealed class ExportEndpoints(
    Exporter exporter, ExportSources sources, ExportFiles files, ExportRunner runner, Bearer bearer)
{
    private const string Tag = "Exports";
    private const int DefaultLimit = 50;
    private const int MaxLimit = 300;

    /// <summary>Maps everything below <c>/api/admin/exports</c>.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder admin = routes.MapGroup("/api/admin/exports");
        admin.MapGet("/sources", bearer.RequireAdmin(ListSourcesAsync))
            .Describe(Tag, "What can be exported, and narrowed by what").NeedsToken(AccountRole.Admin)
            .Gives<ExportSourceListAnswer>().Fails(401, 403);
        admin.MapPost("", bearer.RequireAdmin(RequestAsync))
            .Describe(Tag, "Ask for an export: it is written in the background").NeedsToken(AccountRole.Admin)
            .NeedsIdempotencyKey().Takes<ExportRequest>().Gives<ExportAnswer>(StatusCodes.Status202Accepted)
            .Fails(400, 401, 403, 409, 413, 415, 422, 503, 507).Audited("export.request");
        admin.MapGet("", bearer.RequireAdmin(ListAsync))
            .Describe(Tag, "Exports, newest first").NeedsToken(AccountRole.Admin)
            .Query("limit", "Exports a page, 1 to 300").Query("cursor", "'nextCursor' of the page before")
            .Gives<ExportListAnswer>().Fails(400, 401, 403, 503);
        admin.MapGet("/{id}", bearer.RequireAdmin(FindAsync))
            .Describe(Tag, "An export and how far it is").NeedsToken(AccountRole.Admin)
            .Gives<ExportAnswer>().Fails(401, 403, 404, 503);
        admin.MapGet("/{id}/file", bearer.RequireAdmin(FetchAsync))
            .Describe(Tag, "The file of an export that is done").NeedsToken(AccountRole.Admin)
            .Gives(StatusCodes.Status200OK).Fails(401, 403, 404, 503).Audited("export.download", "id");
        admin.MapPost("/{id}/cancel", bearer.RequireAdmin(CancelAsync))
            .Describe(Tag, "End an export that is not over").NeedsToken(AccountRole.Admin)
            .Gives<ExportAnswer>().Fails(401, 403, 404, 409, 503).Audited("export.cancel", "id");
        admin.MapDelete("/{id}", bearer.RequireAdmin(RemoveAsync))
            .Describe(Tag, "End an export if it is not over, and forget it and its file")
            .NeedsToken(AccountRole.Admin).Gives(StatusCodes.Status204NoContent)
            .Fails(401, 403, 404, 503).Audited("export.remove", "id");
    }

    private Task ListSourcesAsync(HttpContext context, Caller caller)
    {
        var answer = new ExportSourceListAnswer([.. sources.All.Select(static source => new ExportSourceAnswer(
            source.Name,
            source.Title,
            [.. source.Parameters.Select(static p => new ExportParameterAnswer(p.Name, p.Summary, p.Choices))]))]);
        return JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, ExportJson.Default.ExportSourceListAnswer);
    }

    private async Task RequestAsync(HttpContext context, Caller caller)
    {
        Body<ExportRequest> body = await RequestBody.ReadAsync(context, ExportJson.Default.ExportRequest);
        if (body.Value is not { } request) return;
        if (IdempotencyHeader.Read(context, caller.UserId, "exports.request"u8, body.Hash, out IdempotencyKey key)
            is { } problem)
        {
            await Problems.WriteAsync(context, problem);
            return;
        }

        var errors = new FieldErrors();
        if (ExportWish.Read(request, sources, errors) is not { } wish)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        Reply<ExportResult> reply = await exporter.RequestAsync(
            new ExportJob
            {
                Id = 0,
                UserId = caller.UserId,
                Source = wish.Source.Name,
                Arguments = wish.Arguments,
                Format = wish.Format,
                Title = wish.Title,
                RequestedMs = 0,
            },
            key);
        if (await RefusedAsync(context, reply)) return;
        AuditTrail.SetTarget(context, IdText.Of(reply.Value.Id));
        context.Response.Headers.Location = "/api/admin/exports/" + IdText.Of(reply.Value.Id);
        await AnswerAsync(context, reply.Value.Id, StatusCodes.Status202Accepted);
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        int limit = query.Number("limit", 1, MaxLimit) ?? DefaultLimit;
        ulong before = query.Id("cursor") ?? ulong.MaxValue;
        if (await query.RefusedAsync()) return;
        Reply<ExportListing> reply = await exporter.ListAsync();
        if (!reply.HasValue)
        {
            await Problems.WriteAsync(context, reply.Status);
            return;
        }

        ExportJob[] left = [.. reply.Value.Jobs.Reverse().SkipWhile(job => job.Id >= before)];
        Func<ExportJob, bool> hasFile = await LookAsync(context);
        ExportAnswer[] page = [.. left.Take(limit).Select(job => Describe(job, hasFile(job)))];
        var answer = new ExportListAnswer(page, left.Length > limit)
        {
            NextCursor = left.Length > limit ? page[^1].Id : null,
        };
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, ExportJson.Default.ExportListAnswer);
    }

    private async Task FindAsync(HttpContext context, Caller caller)
    {
        if (await JobOfAsync(context) is { } job) await AnswerAsync(context, job.Id, StatusCodes.Status200OK);
    }

    private async Task FetchAsync(HttpContext context, Caller caller)
    {
        if (await JobOfAsync(context) is not { } job) return;
        Stream? file;
        try
        {
            file = job.State == ExportState.Done ? await files.OpenAsync(job, context.RequestAborted) : null;
        }
        catch (IOException)
        {
            await Problems.WriteAsync(context, ExportProblems.Unavailable);
            return;
        }

        if (file is null)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "The export has no file, or no longer.");
            return;
        }

        string name = string.Create(
            CultureInfo.InvariantCulture, $"{job.Source}-{job.Id}.{ExportFiles.EndingOf(job.Format)}");
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        context.Response.Headers.CacheControl = "no-store";
        var tag = new EntityTagHeaderValue(
            string.Create(CultureInfo.InvariantCulture, $"\"{job.Id}-{job.EndedMs}-{job.SizeBytes}\""));

        // Disposes the stream, and answers ranges.
        await TypedResults
            .Stream(file, ExportFiles.ContentTypeOf(job.Format), entityTag: tag, enableRangeProcessing: true)
            .ExecuteAsync(context);
    }

    private async Task CancelAsync(HttpContext context, Caller caller)
    {
        if (await JobOfAsync(context) is not { } job) return;
        Reply<ExportResult> reply = await exporter.CancelAsync(job.Id);
        if (await RefusedAsync(context, reply)) return;
        runner.Stop(job.Id);
        await AnswerAsync(context, job.Id, StatusCodes.Status200OK);
    }

    private async Task RemoveAsync(HttpContext context, Caller caller)
    {
        if (await JobOfAsync(context) is not { } job) return;
        Reply<ExportResult> reply = await exporter.RemoveAsync(job.Id);
        if (await RefusedAsync(context, reply)) return;
        runner.Stop(job.Id);
        await DeleteFileAsync(context, job);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private ExportAnswer Describe(ExportJob job, bool hasFile) => ExportAnswer.Of(
        job, job.State == ExportState.Done && hasFile, runner.ProgressOf(job.Id));

    // While the store does not answer, nothing can be fetched.
    private async ValueTask<Func<ExportJob, bool>> LookAsync(HttpContext context)
    {
        try
        {
            return await files.LookAsync(context.RequestAborted);
        }
        catch (IOException)
        {
            return static _ => false;
        }
    }

    // What is left of a forgotten export goes before the next one is written.
    private async ValueTask DeleteFileAsync(HttpContext context, ExportJob job)
    {
        try
        {
            await files.DeleteAsync(job, context.RequestAborted);
        }
        catch (IOException)
        {
        }
    }

    private async Task AnswerAsync(HttpContext context, ulong id, int status)
    {
        Reply<ExportListing> reply = await exporter.ListAsync();
        ExportJob? job = reply.HasValue ? Array.Find(reply.Value.Jobs, each => each.Id == id) : null;
        if (job is null) await Problems.WriteAsync(context, ProblemCodes.NotFound);
        else await JsonResponse.WriteAsync(
            context, status, Describe(job, await HasFileAsync(context, job)), ExportJson.Default.ExportAnswer);
    }

    private async ValueTask<bool> HasFileAsync(HttpContext context, ExportJob job)
    {
        try
        {
            return job.State == ExportState.Done && await files.HasAsync(job, context.RequestAborted);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The export the path names, or null when the problem has been answered.</summary>
    private async Task<ExportJob?> JobOfAsync(HttpContext context)
    {
        Reply<ExportListing> reply = await exporter.ListAsync();
        if (!reply.HasValue)
        {
            await Problems.WriteAsync(context, reply.Status);
            return null;
        }

        ExportJob? job = IdText.TryRead(context, "id", out ulong id)
            ? Array.Find(reply.Value.Jobs, each => each.Id == id)
            : null;
        if (job is null) await Problems.WriteAsync(context, ProblemCodes.NotFound);
        return job;
    }

    /// <summary>Answers the problem of a command that was not done.</summary>
    internal static async ValueTask<bool> RefusedAsync(HttpContext context, Reply<ExportResult> reply)
    {
        if (reply is { HasValue: true, Value.Outcome: ExportOutcome.Done }) return false;
        ProblemCode problem = !reply.HasValue
            ? Problems.Of(reply.Status)
            : reply.Value.Outcome switch
            {
                ExportOutcome.Full => ExportProblems.Full,
                ExportOutcome.Over => ExportProblems.Over,
                _ => ProblemCodes.NotFound,
            };
        await Problems.WriteAsync(context, problem);
        return true;
    }
}
