using System.Text.Json;

namespace FeedApi.Api.Articles;

/// <summary>The members of an article that <c>fields</c> can select, and their selection.</summary>
internal static class ArticleFields
{
    /// <summary>The names of all members in JSON.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. ApiJson.Options.GetTypeInfo(typeof(ArticleContract)).Properties.Select(property => property.Name)];

    /// <summary>A value to serialize as the article with only these members; the whole article when none is named.</summary>
    public static object Choose(ArticleContract article, IReadOnlyList<string> fields)
    {
        // Unchanged: conversion to nodes would serialize it twice, a tenth of the cost of a list.
        if (fields.Count == 0) return article;
        var all = JsonSerializer.SerializeToNode(article, ApiJson.Options)!.AsObject();
        foreach (var name in all.Select(member => member.Key).Except(fields, StringComparer.Ordinal).ToArray()) all.Remove(name);
        return all;
    }
}
