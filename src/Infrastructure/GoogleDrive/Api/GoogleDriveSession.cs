using System.Net;
using System.Net.Http.Headers;
using HotGigs.Application.GoogleDrive;
using HotGigs.Application.Resumes;
using Microsoft.AspNetCore.WebUtilities;

namespace HotGigs.Infrastructure.GoogleDrive.Api;

/// <summary>A user's Drive by version 3 of its REST API.</summary>
internal sealed class GoogleDriveSession(GoogleAccess access, GoogleHttp http, IResumeFiles files, GoogleDriveOptions options) : IGoogleDriveSession
{
    private const string NotReady = "Google Drive refused a request of this server.";

    public async Task<bool> HasFolderAsync(string folderId, CancellationToken cancellationToken)
    {
        try
        {
            var folder = await GetAsync<FileAnswer>(
                $"files/{folderId}", new() { ["fields"] = "id,mimeType,trashed", ["supportsAllDrives"] = "true" }, cancellationToken);
            return folder is { MimeType: GoogleDriveKinds.Folder, Trashed: false };
        }
        catch (GoogleException refused) when (refused.Status == HttpStatusCode.NotFound || refused.Reason == "insufficientFilePermissions")
        {
            return false;
        }
        catch (GoogleException refused)
        {
            throw new GoogleDriveUnavailableException(NotReady, null, refused);
        }
    }

    public async Task<GoogleDrivePage> ListAsync(string folderId, string? pageToken, CancellationToken cancellationToken)
    {
        var query = new Dictionary<string, string?>
        {
            ["q"] = $"'{folderId}' in parents and trashed=false",
            ["fields"] = "nextPageToken,files(id,name,mimeType,headRevisionId,md5Checksum,modifiedTime)",
            ["pageSize"] = FormattableString.Invariant($"{options.PageSize}"),
            ["pageToken"] = pageToken,
            ["spaces"] = "drive",
            ["supportsAllDrives"] = "true",
            ["includeItemsFromAllDrives"] = "true",
        };
        try
        {
            var page = await GetAsync<FileListAnswer>("files", query, cancellationToken);
            // A run that follows it would never end.
            if (pageToken is not null && page.NextPageToken == pageToken)
                throw new GoogleDriveUnavailableException("Google Drive keeps sending the same page of this folder.");
            return new GoogleDrivePage(
                [.. (page.Files ?? []).Select(file => new GoogleDriveItem(file.Id, file.Name ?? "", file.MimeType, file.Revision))],
                string.IsNullOrEmpty(page.NextPageToken) ? null : page.NextPageToken);
        }
        catch (GoogleException refused)
        {
            throw new GoogleDriveUnavailableException(NotReady, null, refused);
        }
    }

    public async Task<IIncomingFile> FetchAsync(GoogleDriveItem item, long maxSize, CancellationToken cancellationToken)
    {
        var id = Uri.EscapeDataString(item.Id);
        var address = item.MimeType == GoogleDriveKinds.Document
            ? AddressOf($"files/{id}/export", new() { ["mimeType"] = GoogleDriveKinds.Docx })
            : AddressOf($"files/{id}", new() { ["alt"] = "media", ["supportsAllDrives"] = "true" });
        try
        {
            // Within the use of the token: that there is no token is not the file's fault.
            return await access.UseAsync(token => DownloadAsync(token, address, maxSize, cancellationToken), cancellationToken);
        }
        catch (GoogleException refused) when (refused.Status == HttpStatusCode.Unauthorized)
        {
            throw new GoogleDriveUnavailableException(NotReady, null, refused);
        }
        catch (GoogleException refused)
        {
            throw new GoogleDriveFileException(Describe(refused), refused);
        }
    }

    /// <summary>The Google account it is.</summary>
    /// <returns><c>null</c> where Google does not tell.</returns>
    public async Task<string?> ReadEmailAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await GetAsync<AboutAnswer>("about", new() { ["fields"] = "user(emailAddress)" }, cancellationToken)).User?.EmailAddress;
        }
        catch (Exception error) when (error is GoogleException or GoogleDriveUnavailableException)
        {
            return null;
        }
    }

    public void Dispose() => access.Dispose();

    private static string Describe(GoogleException refused) => refused switch
    {
        { Status: HttpStatusCode.NotFound } => "This file was removed from Google Drive before it could be fetched.",
        { Reason: "exportSizeLimitExceeded" } => "This document is too large for Google Drive to convert. Save it as PDF.",
        { Reason: "cannotDownloadAbusiveFile" } => "Google Drive holds this file to be harmful.",
        _ => "Google Drive does not allow this file to be downloaded.",
    };

    private async Task<IIncomingFile> DownloadAsync(string token, string address, long maxSize, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(
                token,
                address,
                async (response, ct) => await files.ReceiveAsync(await response.Content.ReadAsStreamAsync(ct), maxSize, ct),
                options.DownloadTimeout,
                cancellationToken);
        }
        catch (GoogleDriveUnavailableException failed) when (failed.InnerException is not (null or GoogleException { IsRateLimit: true }))
        {
            throw new GoogleDriveFileException("Google Drive did not deliver this file. The next sync tries again.", failed) { IsOutage = true };
        }
    }

    private string AddressOf(string path, Dictionary<string, string?> query) =>
        QueryHelpers.AddQueryString($"{options.ApiBase.TrimEnd('/')}/drive/v3/{path}", query.Where(one => one.Value is not null));

    private Task<T> GetAsync<T>(string path, Dictionary<string, string?> query, CancellationToken cancellationToken)
        where T : class =>
        access.UseAsync(
            token => SendAsync(token, AddressOf(path, query), GoogleAnswers.ReadAsync<T>, options.RequestTimeout, cancellationToken),
            cancellationToken);

    private Task<T> SendAsync<T>(
        string token,
        string address,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        TimeSpan limit,
        CancellationToken cancellationToken) =>
        http.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } },
            read,
            access.IsWaitedFor,
            limit,
            cancellationToken);
}
