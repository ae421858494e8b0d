#include "ingest/pdf/content_machine.h"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

#include "ingest/pdf/marked_content.h"

namespace sop::pdf {

void ContentReader::Machine::show_string(const Token& token) {
    if (token.kind == Kind::string || token.kind == Kind::hex_string) text_.show(string_bytes(token, buffer_), state_);
}

void ContentReader::Machine::show_array() {
    for (const Token& item : array_)
        if (item.kind == Kind::number)
            text_.shift(item.number, state_);
        else
            show_string(item);
    array_.clear();
    end_show();
}

void ContentReader::Machine::end_show() {
    if (take_ == Take::nothing) {
        text_.end_run(state_, {no_mcid, true, true});
    } else {
        const Marked& marked = marked_.back();
        text_.end_run(state_, {marked.mcid, marked.is_artifact, marked.is_hidden});
    }
    if (text_.characters() > shared_.limits.page_characters || text_.words() > shared_.limits.page_words)
        throw PageOverLimit();
}

void ContentReader::Machine::paint(bool fill, bool stroke, bool even_odd) {
    if (!path_.is_empty()) {
        if (paints_shapes()) {
            if (fill && state_.fill_alpha > 0) shapes_.fill(path_, even_odd, state_.fill_color, state_.clip);
            if (stroke && state_.stroke_alpha > 0)
                shapes_.stroke(path_, state_.line_width * state_.matrix.scale(), state_.stroke_color, state_.clip);
        }
        if (pending_clip_ != Clip::none) {
            const Box page{0, 0, page_.width, page_.height};
            state_.clip = intersection(state_.clip, path_.box());
            state_.is_clip_rectangle = path_.subpaths().size() == 1 && path_.is_rectangle(path_.subpaths()[0]) &&
                                       !contains(state_.clip, page, 1);
        }
    }
    pending_clip_ = Clip::none;
    path_.clear();
}

void ContentReader::Machine::set_device_color(bool is_stroke, std::size_t components) {
    if (!has(components)) return;
    (is_stroke ? state_.stroke_space : state_.fill_space) = nullptr;
    std::array<double, 4> color{};
    for (std::size_t i = 0; i < components; ++i) color[i] = number(i, components);
    (is_stroke ? state_.stroke_color : state_.fill_color) = device_color(std::span(color).first(components));
}

void ContentReader::Machine::set_color(bool is_stroke) {
    std::array<double, 32> color{};
    std::size_t size = 0;
    for (const Token& token : operands_)
        if (token.kind == Kind::number && size < color.size()) color[size++] = token.number;
    const auto components = std::span(color).first(size);
    const ColorSpace* space = is_stroke ? state_.stroke_space : state_.fill_space;
    (is_stroke ? state_.stroke_color : state_.fill_color) =
        space ? color_of(*space, components) : device_color(components);
}

// 8.6.8: a new space starts with black, a pattern with nothing to be seen yet.
void ContentReader::Machine::set_color_space(bool is_stroke) {
    (is_stroke ? state_.stroke_space : state_.fill_space) = resources_->color_space(name(0, 1));
    (is_stroke ? state_.stroke_color : state_.fill_color) = black;
}

void ContentReader::Machine::set_parameters() {
    const GraphicsParameters* parameters = resources_->parameters(name(0, 1));
    if (!parameters) return;
    state_.line_width = parameters->line_width.value_or(state_.line_width);
    state_.fill_alpha = parameters->fill_alpha.value_or(state_.fill_alpha);
    state_.stroke_alpha = parameters->stroke_alpha.value_or(state_.stroke_alpha);
    if (parameters->font) {
        state_.text.font = parameters->font;
        state_.text.size = parameters->font_size.value_or(state_.text.size);
    }
    // Nothing of a mask is seen, but Poppler runs it: what it costs counts.
    if (parameters->soft_mask) paint_form(*shared_.form(*parameters->soft_mask), *resources_, Take::nothing);
}

void ContentReader::Machine::paint_external() {
    const External* external = resources_->external(name(0, 1));
    if (!external) return;
    if (external->is_form)
        paint_form(*shared_.form(external->object), *resources_, external->is_hidden ? Take::nothing : take_);
    else if (external->is_image && !external->is_hidden)
        paint_image();
}

void ContentReader::Machine::paint_form(const Form& form, Resources& resources, Take take) {
    if (++form_calls_ > shared_.limits.form_calls) throw PageOverLimit();
    if (std::find(open_forms_.begin(), open_forms_.end(), form.id) != open_forms_.end()) return;
    if (open_forms_.size() >= static_cast<std::size_t>(shared_.limits.form_depth)) throw PageOverLimit();

    const auto outer = std::tuple(state_, take_, saved_base_, marked_base_, form_with_marks_);
    const Path outer_path = path_;
    open_forms_.push_back(form.id);
    saved_base_ = saved_.size();
    marked_.push_back(marked_.back());
    marked_base_ = marked_.size();
    take_ = take;
    if (form.has_own_marks) form_with_marks_ = form.id;
    path_.clear();
    state_.matrix = form.matrix * state_.matrix;
    if (form.bounds) state_.clip = intersection(state_.clip, bounds(*form.bounds, state_.matrix));
    state_.is_clip_rectangle = false;

    run(form.content, form.resources ? *form.resources : resources);

    open_forms_.pop_back();
    saved_.resize(saved_base_);
    marked_.resize(marked_base_ - 1);
    std::tie(state_, take_, saved_base_, marked_base_, form_with_marks_) = outer;
    path_ = outer_path;
}

void ContentReader::Machine::read_form(const Form& form, const Matrix& matrix, Resources& resources, Take take) {
    const GraphicsState state = state_;
    state_.matrix = matrix * state_.matrix;
    resources_ = &resources;
    paint_form(form, resources, take);
    state_ = state;
}

// 8.9.5: an image fills the unit square.
void ContentReader::Machine::paint_image() {
    if (take_ != Take::all || marked_.back().is_hidden || state_.fill_alpha <= 0) return;
    const Box box = intersection(bounds({0, 0, 1, 1}, state_.matrix), state_.clip);
    if (box.right <= box.left || box.bottom <= box.top || shapes_.image(box)) return;
    if (page_.images.size() < shared_.limits.page_shapes)
        page_.images.push_back({box, marked_.back().mcid, marked_.back().is_artifact});
}

void ContentReader::Machine::begin_marked(bool has_properties) {
    Marked marked = marked_.back();
    const std::string_view tag = name(0, has_properties ? 2 : 1);
    if (tag == "Artifact") marked.is_artifact = true;
    if (has_properties) {
        const Token& list = operand(1, 2);
        int mcid = no_mcid;
        if (list.kind == Kind::name) {
            if (const Properties* properties = resources_->properties(list.text)) {
                mcid = properties->mcid;
                marked.is_hidden = marked.is_hidden || (tag == "OC" && properties->is_hidden);
            }
        } else if (list.kind == Kind::dict_open) {
            Tokens tokens(list.text);
            for (Token token = tokens.next(); token.kind != Kind::end; token = tokens.next())
                if (token.kind == Kind::name && token.text == "MCID") mcid = static_cast<int>(tokens.next().number);
        }
        if (mcid >= 0) marked.mcid = form_with_marks_.getObj() > 0 ? mcid_of_form(form_with_marks_, mcid) : mcid;
    }
    marked_.push_back(marked);
}

}  // namespace sop::pdf
