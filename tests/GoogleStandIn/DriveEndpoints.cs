using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HotGigs.GoogleStandIn;

/// <summary>The part of version 3 of the Drive API that reading a folder takes, as strict as Google's.</summary>
internal static partial class DriveEndpoints
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapDrive(this IEndpointRouteBuilder routes, Drive drive, Grants grants)
    {
        var group = routes.MapGroup("/drive/v3").AddEndpointFilter(async (context, next) =>
            $"{context.HttpContext.Request.Headers.Authorization}" is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] && grants.Admits(token)
                ? await next(context)
                : GoogleError.OfDrive(401, "authError"));
        group.MapGet("/about", (HttpRequest request) => request.Query["fields"].Count == 0
            ? GoogleError.OfDrive(400, "required")
            : Results.Json(new { user = new { emailAddress = drive.Email } }));
        group.MapGet("/files", (HttpRequest request) => List(request.Query, drive));
        group.MapGet("/files/{id}", (string id, HttpRequest request) => drive.Find(id) switch
        {
            null => GoogleError.OfDrive(404, "notFound"),
            var file when request.Query["alt"] == "media" => Download(file),
            var file => Results.Json(Describe(file, $"{request.Query["fields"]}")),
        });
        group.MapGet("/files/{id}/export", (string id, HttpRequest request) => drive.Find(id) switch
        {
            null => GoogleError.OfDrive(404, "notFound"),
            { MimeType: not DriveFile.DocumentType } => GoogleError.OfDrive(403, "fileNotExportable"),
            var file when request.Query["mimeType"] == DocxType => Results.Bytes(file.Content, DocxType),
            _ => GoogleError.OfDrive(400, "badRequest"),
        });
    }

    private static IResult List(IQueryCollection query, Drive drive)
    {
        var asked = $"{query["q"]}";
        if (Query().Match(asked) is not { Success: true } match
            || !int.TryParse(query["pageSize"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size is < 1 or > 1_000)
            return GoogleError.OfDrive(400, "invalid");
        var folder = match.Groups["folder"].Value;
        if (drive.Find(folder) is not { MimeType: DriveFile.FolderType })
            return GoogleError.OfDrive(404, "notFound");
        if (!TryReadPage(query["pageToken"], asked, out var after))
            return GoogleError.OfDrive(400, "invalid");

        var files = drive.In(folder).SkipWhile(file => string.CompareOrdinal(file.Id, after) <= 0).ToList();
        var page = files.Take(size).ToList();
        var fields = Fields().Match($"{query["fields"]}").Groups["fields"].Value;
        var answer = new Dictionary<string, object?> { ["files"] = page.Select(file => Describe(file, fields)).ToList() };
        if (files.Count > size)
            answer["nextPageToken"] = PageToken(asked, page[^1].Id);
        return Results.Json(answer);
    }

    private static IResult Download(DriveFile file) => file switch
    {
        { IsBinary: false } => GoogleError.OfDrive(403, "fileNotDownloadable"),
        { CanDownload: false } => GoogleError.OfDrive(403, "cannotDownloadFile"),
        _ => Results.Bytes(file.Content, file.MimeType),
    };

    /// <summary>Only what was asked for, as Google does.</summary>
    private static Dictionary<string, object?> Describe(DriveFile file, string fields)
    {
        var all = new Dictionary<string, object?>
        {
            ["id"] = file.Id,
            ["name"] = file.Name,
            ["mimeType"] = file.MimeType,
            ["trashed"] = file.IsTrashed,
            ["modifiedTime"] = file.ModifiedTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        };
        if (file.IsBinary)
        {
            all["headRevisionId"] = $"revision-{file.Revision}";
            all["md5Checksum"] = Convert.ToHexStringLower(SHA256.HashData(file.Content))[..32];
            all["size"] = file.Content.Length.ToString(CultureInfo.InvariantCulture);
        }

        var wanted = fields.Split(',');
        return all.Where(field => wanted.Contains(field.Key)).ToDictionary();
    }

    // A token names the file that its page ended with, so that one that is removed meanwhile moves no other past the
    // reader. It goes with its query: with another one it means nothing.
    private static string PageToken(string query, string lastId) =>
        $"~{lastId}~{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(query)))[..12]}";

    private static bool TryReadPage(string? token, string query, out string after)
    {
        after = "";
        if (string.IsNullOrEmpty(token))
            return true;
        if (token.Split('~') is not ["", var lastId, _] || token != PageToken(query, lastId))
            return false;
        after = lastId;
        return true;
    }

    [GeneratedRegex("^'(?<folder>[^'\\\\]+)' in parents and trashed ?= ?false$")]
    private static partial Regex Query();

    [GeneratedRegex(@"\bfiles\((?<fields>[^)]*)\)")]
    private static partial Regex Fields();
}
